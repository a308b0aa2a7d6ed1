package org.truceline.ingest;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * CSV as in RFC 4180: comma, double quotes, a header; line breaks within quotes are part of the text. A record with more
 * or fewer cells than the header is rejected: its cells may stand under the wrong names.
 */
final class CsvTable {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .get();

    private CsvTable() {}

    static Table read(String file, byte[] bytes) {
        try (CSVParser parser = FORMAT.parse(new StringReader(Utf8Text.decode(bytes)))) {
            List<Checked<Row>> rows = new ArrayList<>();
            for (CSVRecord line : parser) {
                rows.add(read(file, parser.getHeaderNames(), line));
            }
            return new Table(new LinkedHashSet<>(parser.getHeaderNames()), rows);
        } catch (CSVException | IllegalArgumentException | UncheckedIOException e) {
            throw new ImportFailure(file + " is not CSV as in RFC 4180: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new ImportFailure(file + " could not be read: " + e.getMessage(), e);
        }
    }

    private static Checked<Row> read(String file, List<String> header, CSVRecord line) {
        int number = Math.toIntExact(line.getRecordNumber() + 1);
        if (line.size() != header.size()) {
            return bad(
                    file, number, Optional.empty(), "has " + line.size() + " cells, the header has " + header.size());
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String value = line.get(i).strip();
            if (value.indexOf(Utf8Text.NOT_UTF_8) >= 0) {
                return bad(file, number, Optional.of(header.get(i)), "holds bytes that are not UTF-8");
            }
            if (!value.isEmpty()) {
                values.put(header.get(i), value);
            }
        }
        return new Checked.Good<>(new Row(number, values, Optional.empty()));
    }

    private static Checked<Row> bad(String file, int number, Optional<String> field, String reason) {
        return new Checked.Bad<>(new Rejection(file, number, field, reason));
    }
}

package org.truceline.history;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An act as it stands in the database.
 *
 * @param words what its hash is made of, beside digests: number, time, count of versions, who, why, from where
 */
record Act(
        long number,
        String recorded,
        long versions,
        List<Optional<String>> words,
        String digest,
        String hash,
        List<Part> parts) {
    /** What it wrote into one table. */
    record Part(String relation, long versions, String digest) {}

    /**
     * Reads the act that begins at the current row, with its parts.
     *
     * @param rows of {@code acts.sql}; stands at the row after the act when this returns
     * @return empty where it was never sealed
     */
    static Optional<Act> read(ResultSet rows) throws SQLException {
        long id = rows.getLong("id");
        boolean isSealed = rows.getObject("number") != null;
        long number = rows.getLong("number");
        String recorded = text(rows, "recorded");
        long versions = rows.getLong("versions");
        List<Optional<String>> words = List.of(
                Optional.of(String.valueOf(number)),
                Optional.of(recorded),
                Optional.of(String.valueOf(versions)),
                word(rows, "database_user"),
                word(rows, "editor"),
                word(rows, "reason"),
                word(rows, "origin"));
        String digest = text(rows, "digest");
        String hash = text(rows, "hash");
        List<Part> parts = new ArrayList<>();
        do {
            if (rows.getString("relation") != null) {
                parts.add(
                        new Part(rows.getString("relation"), rows.getLong("part_versions"), text(rows, "part_digest")));
            }
        } while (rows.next() && rows.getLong("id") == id);
        return isSealed
                ? Optional.of(new Act(number, recorded, versions, words, digest, hash, parts))
                : Optional.empty();
    }

    /** What is wrong with the act itself, as the one after the act with the given hash. */
    Optional<String> fault(long expectedNumber, String hashBefore) {
        if (number != expectedNumber) {
            return Optional.of("the act before it, number " + expectedNumber + ", is missing");
        }
        Sha256 ofParts = new Sha256();
        parts.forEach(part ->
                ofParts.add(part.relation() + ":" + part.versions() + ":").addHex(part.digest()));
        if (!ofParts.hash().equals(digest)) {
            return Optional.of("its parts (history.act_part) are not those that it was sealed with");
        }
        Sha256 ofAct = new Sha256().addHex(hashBefore).addHex(digest);
        for (Optional<String> word : words) {
            ofAct.add(word.map(text -> text.getBytes(StandardCharsets.UTF_8).length + ":" + text)
                    .orElse("-"));
        }
        return ofAct.hash().equals(hash)
                ? Optional.empty()
                : Optional.of(
                        "its hash is not that of what it says (when, who, why, from where) after the act before it");
    }

    private static Optional<String> word(ResultSet rows, String name) throws SQLException {
        return Optional.ofNullable(rows.getString(name));
    }

    private static String text(ResultSet rows, String name) throws SQLException {
        return word(rows, name).orElse("");
    }
}

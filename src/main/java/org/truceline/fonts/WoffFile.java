package org.truceline.fonts;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A font in the Web Open Font Format 1.0 (W3C Recommendation of 2012), whose tables are packed each by itself. */
final class WoffFile {
    private static final int SIGNATURE = 0x774F4646;
    private static final int HEADER = 44;
    private static final int ENTRY = 20;
    private static final int UNPACKED_HEADER = 12;
    private static final int UNPACKED_ENTRY = 16;

    private WoffFile() {}

    /**
     * The same font as OpenType, which Java reads.
     *
     * @throws IllegalArgumentException if these bytes are no such file
     */
    static byte[] unpack(byte[] file) {
        ByteBuffer woff = ByteBuffer.wrap(file);
        if (woff.getInt(0) != SIGNATURE) {
            throw new IllegalArgumentException("This is no font in WOFF 1.0");
        }
        int tables = woff.getShort(12);
        ByteBuffer font = ByteBuffer.allocate(woff.getInt(16));
        writeHeader(font, woff.getInt(4), tables);
        int place = UNPACKED_HEADER + tables * UNPACKED_ENTRY;
        for (int table = 0; table < tables; table++) {
            int entry = HEADER + table * ENTRY;
            byte[] content =
                    content(file, woff.getInt(entry + 4), woff.getInt(entry + 8), new byte[woff.getInt(entry + 12)]);
            font.position(UNPACKED_HEADER + table * UNPACKED_ENTRY);
            font.putInt(woff.getInt(entry)).putInt(woff.getInt(entry + 16));
            font.putInt(place).putInt(content.length);
            font.position(place).put(content);
            place += (content.length + 3) / 4 * 4;
        }
        return font.array();
    }

    /** Three numbers for searching by halves follow the number of tables (OpenType, "Table Directory"). */
    private static void writeHeader(ByteBuffer font, int flavour, int tables) {
        int power = Integer.highestOneBit(tables);
        font.putInt(flavour).putShort((short) tables);
        font.putShort((short) (power * UNPACKED_ENTRY)).putShort((short) Integer.numberOfTrailingZeros(power));
        font.putShort((short) ((tables - power) * UNPACKED_ENTRY));
    }

    /** A table that packing would not make shorter stands there as it is. */
    private static byte[] content(byte[] file, int place, int packedLength, byte[] content) {
        if (packedLength == content.length) {
            System.arraycopy(file, place, content, 0, packedLength);
            return content;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(file, place, packedLength);
            if (inflater.inflate(content) != content.length) {
                throw new IllegalArgumentException("A table of this font is shorter than it says");
            }
            return content;
        } catch (DataFormatException broken) {
            throw new IllegalArgumentException("A table of this font can't be unpacked", broken);
        } finally {
            inflater.end();
        }
    }
}

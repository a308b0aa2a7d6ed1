package org.truceline.features;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.truceline.layers.Property;

/** How the bytes of a column's values are read, as PostgreSQL sends them (PostgreSQL, §55.1, formats of values). */
enum WireValue {
    TEXT {
        @Override
        void decode(byte[] wire, ValueSink into) throws IOException {
            into.text(wire);
        }
    },
    JSON {
        @Override
        void decode(byte[] wire, ValueSink into) throws IOException {
            into.json(wire);
        }
    },
    INTEGER {
        @Override
        void decode(byte[] wire, ValueSink into) throws IOException {
            ByteBuffer bytes = ByteBuffer.wrap(wire);
            into.whole(
                    switch (wire.length) {
                        case Short.BYTES -> bytes.getShort();
                        case Integer.BYTES -> bytes.getInt();
                        default -> bytes.getLong();
                    });
        }

        @Override
        void convert(ResultSet row, int column, ValueSink into) throws SQLException, IOException {
            into.whole(row.getLong(column));
        }
    },
    SINGLE {
        @Override
        void decode(byte[] wire, ValueSink into) throws IOException {
            into.single(ByteBuffer.wrap(wire).getFloat());
        }

        @Override
        void convert(ResultSet row, int column, ValueSink into) throws SQLException, IOException {
            into.single(row.getFloat(column));
        }
    },
    DOUBLE {
        @Override
        void decode(byte[] wire, ValueSink into) throws IOException {
            into.real(ByteBuffer.wrap(wire).getDouble());
        }

        @Override
        void convert(ResultSet row, int column, ValueSink into) throws SQLException, IOException {
            into.real(row.getDouble(column));
        }
    },
    /** Text, since that is what most formats want: digits, or NaN and Infinity. */
    NUMERIC {
        @Override
        void decode(byte[] wire, ValueSink into) throws IOException {
            byte mark = wire[wire[0] == '-' ? 1 : 0];
            if (mark == 'N') {
                into.real(Double.NaN);
            } else if (mark == 'I') {
                into.real(wire[0] == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
            } else {
                into.decimal(wire);
            }
        }
    },
    /** The driver has no binary form of it; both begin with a byte that tells. */
    BOOLEAN {
        @Override
        void decode(byte[] wire, ValueSink into) throws IOException {
            into.truth(wire[0] == 't' || wire[0] == 1);
        }
    },
    DATE {
        @Override
        void decode(byte[] wire, ValueSink into) throws IOException {
            int days = ByteBuffer.wrap(wire).getInt();
            if (days == Integer.MAX_VALUE || days == Integer.MIN_VALUE) {
                into.endless(days > 0);
            } else {
                into.day(days + POSTGRES_EPOCH_DAY);
            }
        }

        @Override
        void convert(ResultSet row, int column, ValueSink into) throws SQLException, IOException {
            LocalDate day = row.getObject(column, LocalDate.class);
            if (day.equals(LocalDate.MAX) || day.equals(LocalDate.MIN)) {
                into.endless(day.equals(LocalDate.MAX));
            } else {
                into.day(day.toEpochDay());
            }
        }
    },
    DATE_TIME {
        @Override
        void decode(byte[] wire, ValueSink into) throws IOException {
            long micros = ByteBuffer.wrap(wire).getLong();
            if (micros == Long.MAX_VALUE || micros == Long.MIN_VALUE) {
                into.endless(micros > 0);
            } else {
                // In seconds: as microseconds from 1970 the last years that PostgreSQL knows would not fit.
                into.instant(
                        Math.floorDiv(micros, MICROS_PER_SECOND) + POSTGRES_EPOCH_SECOND,
                        Math.floorMod(micros, MICROS_PER_SECOND));
            }
        }

        @Override
        void convert(ResultSet row, int column, ValueSink into) throws SQLException, IOException {
            OffsetDateTime instant = row.getObject(column, OffsetDateTime.class);
            if (instant.equals(OffsetDateTime.MAX) || instant.equals(OffsetDateTime.MIN)) {
                into.endless(instant.equals(OffsetDateTime.MAX));
            } else {
                into.instant(instant.toEpochSecond(), instant.getNano() / 1000);
            }
        }
    };

    /** PostgreSQL counts from the beginning of the year 2000. */
    private static final long POSTGRES_EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();

    private static final long POSTGRES_EPOCH_SECOND = POSTGRES_EPOCH_DAY * 86_400;

    private static final int MICROS_PER_SECOND = 1_000_000;

    /** Reads the bytes, which are PostgreSQL's binary form, or UTF-8 for what is sent as text in any case. */
    abstract void decode(byte[] wire, ValueSink into) throws IOException;

    /**
     * Lets the driver read the value: it fetches as text where a statement has just been prepared anew. Only what has a
     * binary form needs this.
     */
    void convert(ResultSet row, int column, ValueSink into) throws SQLException, IOException {
        decode(row.getBytes(column), into);
    }

    static WireValue of(Property property) {
        return switch (property.type()) {
            case STRING, UUID, OPAQUE -> TEXT;
            case JSON, GEOMETRY -> JSON;
            case INTEGER -> INTEGER;
            case NUMBER -> property.isExact() ? NUMERIC : property.sqlType().equals("float4") ? SINGLE : DOUBLE;
            case BOOLEAN -> BOOLEAN;
            case DATE -> DATE;
            case DATE_TIME -> DATE_TIME;
        };
    }
}

-- Keeps the spatial index of a table true when somebody edits the file (GeoPackage 1.3, annex F.3). {table}, {geometry}
-- and {key} are quoted names, {index} is that of the index, {prefix} the same without its closing quote.
CREATE TRIGGER {prefix}_insert" AFTER INSERT ON {table}
WHEN (new.{geometry} NOT NULL AND NOT ST_IsEmpty(new.{geometry}))
BEGIN
    INSERT OR REPLACE INTO {index} VALUES (
        new.{key},
        ST_MinX(new.{geometry}), ST_MaxX(new.{geometry}), ST_MinY(new.{geometry}), ST_MaxY(new.{geometry}));
END;

CREATE TRIGGER {prefix}_update1" AFTER UPDATE OF {geometry} ON {table}
WHEN old.{key} = new.{key} AND (new.{geometry} NOTNULL AND NOT ST_IsEmpty(new.{geometry}))
BEGIN
    INSERT OR REPLACE INTO {index} VALUES (
        new.{key},
        ST_MinX(new.{geometry}), ST_MaxX(new.{geometry}), ST_MinY(new.{geometry}), ST_MaxY(new.{geometry}));
END;

CREATE TRIGGER {prefix}_update2" AFTER UPDATE OF {geometry} ON {table}
WHEN old.{key} = new.{key} AND (new.{geometry} ISNULL OR ST_IsEmpty(new.{geometry}))
BEGIN
    DELETE FROM {index} WHERE id = old.{key};
END;

CREATE TRIGGER {prefix}_update3" AFTER UPDATE ON {table}
WHEN old.{key} != new.{key} AND (new.{geometry} NOTNULL AND NOT ST_IsEmpty(new.{geometry}))
BEGIN
    DELETE FROM {index} WHERE id = old.{key};
    INSERT OR REPLACE INTO {index} VALUES (
        new.{key},
        ST_MinX(new.{geometry}), ST_MaxX(new.{geometry}), ST_MinY(new.{geometry}), ST_MaxY(new.{geometry}));
END;

CREATE TRIGGER {prefix}_update4" AFTER UPDATE ON {table}
WHEN old.{key} != new.{key} AND (new.{geometry} ISNULL OR ST_IsEmpty(new.{geometry}))
BEGIN
    DELETE FROM {index} WHERE id IN (old.{key}, new.{key});
END;

CREATE TRIGGER {prefix}_delete" AFTER DELETE ON {table}
WHEN old.{geometry} NOT NULL
BEGIN
    DELETE FROM {index} WHERE id = old.{key};
END;

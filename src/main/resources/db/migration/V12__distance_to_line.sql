-- How far it is to the lines between parties, for filters, for sorting, and for incidents.

CREATE TABLE ceasefire.alignment_stretch (
    alignment_id text NOT NULL REFERENCES ceasefire.alignment ON DELETE CASCADE ON UPDATE CASCADE,
    number       integer NOT NULL,
    geog         geography(LineString, 4326) NOT NULL,
    PRIMARY KEY (alignment_id, number)
);
CREATE INDEX ON ceasefire.alignment_stretch USING gist (geog);
COMMENT ON TABLE ceasefire.alignment_stretch IS 'The alignments in pieces, for an index to find the nearest. Follows from them, by a trigger.';
COMMENT ON COLUMN ceasefire.alignment_stretch.alignment_id IS 'The alignment.';
COMMENT ON COLUMN ceasefire.alignment_stretch.number IS 'Number of the piece; of no meaning.';
COMMENT ON COLUMN ceasefire.alignment_stretch.geog IS 'The piece. An edge of an alignment is straight in longitude and latitude, one of a geography is a geodesic: over a hundredth of a degree they are 2 cm apart at 40 degrees of latitude.';

CREATE FUNCTION ceasefire.cut_alignment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM ceasefire.alignment_stretch WHERE alignment_id = NEW.id;
    INSERT INTO ceasefire.alignment_stretch (alignment_id, number, geog)
    SELECT NEW.id, row_number() OVER (), p.geom::geography
      FROM ST_Subdivide(ST_Segmentize(NEW.geom, 0.01), 64) AS piece, ST_Dump(piece) AS p;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION ceasefire.cut_alignment() IS 'Trigger: cuts an alignment into pieces.';
CREATE TRIGGER cut_new AFTER INSERT ON ceasefire.alignment
    FOR EACH ROW EXECUTE FUNCTION ceasefire.cut_alignment();
CREATE TRIGGER cut_changed AFTER UPDATE ON ceasefire.alignment
    FOR EACH ROW WHEN (ST_AsBinary(OLD.geom) <> ST_AsBinary(NEW.geom)) EXECUTE FUNCTION ceasefire.cut_alignment();
INSERT INTO ceasefire.alignment_stretch (alignment_id, number, geog)
SELECT a.id, row_number() OVER (PARTITION BY a.id), p.geom::geography
  FROM ceasefire.alignment a, ST_Subdivide(ST_Segmentize(a.geom, 0.01), 64) AS piece, ST_Dump(piece) AS p;

CREATE FUNCTION ceasefire.distance_to_line(place geography) RETURNS double precision
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    -- The index knows the sphere only: what it finds bounds the distance, and within that the nearest is looked for.
    SELECT min(ST_Distance(s.geog, place))
      FROM ceasefire.alignment_stretch s
     WHERE ST_DWithin(s.geog, place, (SELECT ST_Distance(n.geog, place) + 0.001 FROM ceasefire.alignment_stretch n
                                       ORDER BY n.geog <-> place LIMIT 1));
END;
COMMENT ON FUNCTION ceasefire.distance_to_line(geography) IS 'The distance in metres on the ellipsoid to the nearest line between parties, whoever draws it. Null where there is none, and of nothing.';

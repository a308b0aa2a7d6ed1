-- What UnfollowedLayersTest builds its layers of. To be run by a superuser.
DROP SERVER IF EXISTS unfollowed_file CASCADE;
DROP SCHEMA IF EXISTS unfollowed CASCADE;
CREATE SCHEMA unfollowed AUTHORIZATION truceline;
CREATE EXTENSION IF NOT EXISTS file_fdw;
CREATE SERVER unfollowed_file FOREIGN DATA WRAPPER file_fdw;
CREATE TABLE unfollowed.strange (id int);

CREATE TYPE unfollowed.shade;
CREATE FUNCTION unfollowed.shade_in(cstring) RETURNS unfollowed.shade IMMUTABLE LANGUAGE internal AS 'textin';
CREATE FUNCTION unfollowed.shade_out(unfollowed.shade) RETURNS cstring IMMUTABLE LANGUAGE internal AS 'textout';
CREATE TYPE unfollowed.shade (INPUT = unfollowed.shade_in, OUTPUT = unfollowed.shade_out, LIKE = text);
CREATE TYPE unfollowed.bound;
CREATE FUNCTION unfollowed.canonical(unfollowed.bound) RETURNS unfollowed.bound
    IMMUTABLE LANGUAGE internal AS 'int4range_canonical';
CREATE TYPE unfollowed.bound AS RANGE (SUBTYPE = int, CANONICAL = unfollowed.canonical);

SET ROLE truceline;
CREATE DOMAIN unfollowed.day AS date;
CREATE TYPE unfollowed.moment AS (at timestamptz);
CREATE TYPE unfollowed.span AS RANGE (SUBTYPE = timestamptz);
CREATE TYPE unfollowed.tint AS (red int);
CREATE FUNCTION unfollowed.tint_json(unfollowed.tint) RETURNS json RETURN to_json(now());
CREATE CAST (unfollowed.tint AS json) WITH FUNCTION unfollowed.tint_json(unfollowed.tint);
CREATE SEQUENCE unfollowed.numbers;
CREATE TABLE unfollowed.thing (
    id int PRIMARY KEY, word text, at timestamptz, oid oid, geom geometry(Point, 4326));
CREATE TABLE unfollowed.odd (tint unfollowed.tint, shade unfollowed.shade, bound unfollowed.bound, name regclass);
INSERT INTO unfollowed.thing VALUES (1, '2021-04-29', '2021-04-29', 0);
CREATE TABLE unfollowed.secret (id int);
ALTER TABLE unfollowed.secret ENABLE ROW LEVEL SECURITY;
CREATE UNLOGGED TABLE unfollowed.fleeting (id int);
CREATE TABLE unfollowed.parted (id int) PARTITION BY RANGE (id);
RESET ROLE;
CREATE FOREIGN TABLE unfollowed.foreigner PARTITION OF unfollowed.parted FOR VALUES FROM (1) TO (2)
    SERVER unfollowed_file OPTIONS (filename '/dev/null');

SET ROLE truceline;
CREATE FUNCTION unfollowed.in_words(n int) RETURNS text IMMUTABLE LANGUAGE plpgsql AS 'BEGIN RETURN n; END';
CREATE FUNCTION unfollowed.in_a_text(n int) RETURNS text IMMUTABLE LANGUAGE sql AS 'SELECT n::text';
CREATE FUNCTION unfollowed.deepest(n int) RETURNS text RETURN now()::text || n;
CREATE FUNCTION unfollowed.deeper(n int) RETURNS text RETURN unfollowed.deepest(n);
CREATE FUNCTION unfollowed.deep(n int) RETURNS text IMMUTABLE RETURN unfollowed.deeper(n);
CREATE FUNCTION unfollowed.by_default(at timestamptz DEFAULT now()) RETURNS text RETURN at::text;
CREATE FUNCTION unfollowed.words_of(w text) RETURNS text
    RETURN (SELECT unfollowed.in_words(id) FROM unfollowed.thing WHERE word = w);
CREATE FUNCTION unfollowed.longer(a text, b text) RETURNS text IMMUTABLE
    RETURN CASE WHEN length(a) > length(b) THEN a ELSE b END;
CREATE AGGREGATE unfollowed.longest(text) (SFUNC = unfollowed.longer, STYPE = text, INITCOND = '');
CREATE FUNCTION unfollowed.alike(a text, b text) RETURNS boolean IMMUTABLE LANGUAGE plpgsql AS 'BEGIN RETURN a = b; END';
CREATE OPERATOR unfollowed.<~> (LEFTARG = text, RIGHTARG = text, FUNCTION = unfollowed.alike);

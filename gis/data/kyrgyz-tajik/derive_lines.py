#!/usr/bin/env python3
"""Derives boundary lines, and the outlines of exclaves, from the country polygons of each source.

The countries of each source are cut from one topology: two neighbours have the vertices of their common border in
common, exactly. An edge (two consecutive vertices) that stands in a ring of each is part of it. Edges are chained into
lines as long as possible, in the order in which the first country's ring runs, the longest first. No coordinate is
computed or changed: a withdrawal area is cut from the polygon at the line, and a line that misses the polygon's
vertices by the sixth decimal leaves slivers there.

Reads  osm2017_kgz_tjk_uzb.geojson, ne10m_kgz_tjk_uzb.geojson and the properties of osm2017_exclaves.geojson.
Writes osm2017_lines.geojson, ne10m_lines.geojson and the geometry of osm2017_exclaves.geojson.
Run it in this folder; it needs nothing but Python 3.10.
"""

import itertools
import json


def read(name):
    with open(name, encoding="utf-8") as file:
        return json.load(file)


def write(name, collection):
    with open(name, "w", encoding="utf-8") as file:
        json.dump(collection, file, ensure_ascii=False, separators=(",", ":"))
        file.write("\n")


def polygons(geometry):
    return geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]


def rings(geometry):
    return [[tuple(position) for position in ring] for polygon in polygons(geometry) for ring in polygon]


def edges(geometry):
    return {frozenset(edge) for ring in rings(geometry) for edge in itertools.pairwise(ring)}


def runs(ring, shared):
    """The maximal runs of shared edges in a closed ring; one that goes all the way round stays closed."""
    pairs = list(itertools.pairwise(ring))
    flags = [frozenset(pair) in shared for pair in pairs]
    if all(flags):
        return [list(ring)]
    # Begin behind an edge that is not shared, so that no run is cut by where the ring happens to begin.
    start = flags.index(False)
    found, current = [], []
    for index in range(start, start + len(pairs)):
        a, b = pairs[index % len(pairs)]
        if flags[index % len(pairs)]:
            current = current or [a]
            current.append(b)
        elif current:
            found.append(current)
            current = []
    return found + [current] if current else found


def derive_lines(source, key, lines):
    countries = {f["properties"][key]: f["geometry"] for f in read(f"{source}_kgz_tjk_uzb.geojson")["features"]}
    features = []
    for (first, second), line in lines.items():
        shared = edges(countries[first]) & edges(countries[second])
        parts = [run for ring in rings(countries[first]) for run in runs(ring, shared)]
        parts.sort(key=len, reverse=True)
        assert sum(len(part) - 1 for part in parts) == len(shared), line
        features.append({
            "type": "Feature",
            "properties": {"line": line, "parts": len(parts), "vertices": sum(map(len, parts))},
            "geometry": {"type": "MultiLineString", "coordinates": parts},
        })
    write(f"{source}_lines.geojson", {"type": "FeatureCollection", "name": f"{source}_lines", "features": features})


def derive_exclaves():
    """The exclaves of the list, each with the polygon that its owner's country has there."""
    countries = {f["properties"]["a2"]: f["geometry"] for f in read("osm2017_kgz_tjk_uzb.geojson")["features"]}
    collection = read("osm2017_exclaves.geojson")
    for feature in collection["features"]:
        listed = feature["geometry"]["coordinates"][0]
        def distance(polygon):
            return max(abs(a - b) for p, q in zip(listed, polygon[0]) for a, b in zip(p, q))
        same = [p for p in polygons(countries[feature["properties"]["owner"]])
                if len(p) == 1 and len(p[0]) == len(listed) and distance(p) < 1e-5]
        assert len(same) == 1, feature["properties"]["name"]
        feature["geometry"]["coordinates"] = same[0]
    write("osm2017_exclaves.geojson", collection)


if __name__ == "__main__":
    derive_lines("osm2017", "a2", {("KG", "TJ"): "kg-tj", ("KG", "UZ"): "kg-uz", ("TJ", "UZ"): "tj-uz"})
    derive_lines("ne10m", "id", {("417", "762"): "kg-tj", ("417", "860"): "kg-uz", ("762", "860"): "tj-uz"})
    derive_exclaves()

package org.truceline.ceasefire;

/** What was found of a sighting. */
record Found(Sighting sighting, Finding finding) {}

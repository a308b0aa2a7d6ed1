package org.truceline.ingest;

import java.util.List;
import java.util.Set;

/** A file as rows, bad ones included. */
record Table(Set<String> columns, List<Checked<Row>> rows) {}

/**
 * CQL2, the filter language of OGC API (OGC 21-065r2): texts in, one immutable tree out, whether the text was CQL2 Text,
 * CQL2 JSON or the ECQL of older clients. Nothing here knows layers or SQL: whether a property exists and what type it
 * has is for whoever compiles the tree, and every node knows its place in the source so that it can be named then.
 *
 * <p>Whatever the text, parsing ends with a tree or a {@code Cql2ParseException}, and the tree's depth is bounded, so
 * that walking it by recursion is safe. The text's length is for the caller to limit.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.truceline.cql2;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

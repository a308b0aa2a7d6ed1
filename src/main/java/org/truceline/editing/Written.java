package org.truceline.editing;

/**
 * What an edit has made.
 *
 * @param id of the feature, as text
 * @param rev of its last version
 */
public record Written(String id, long rev) {}

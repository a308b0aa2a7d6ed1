package org.truceline.history;

import java.util.Optional;

/**
 * What came of a check.
 *
 * @param acts how many were found to be in order
 * @param head the hash of the last of them, in hexadecimal digits: to be kept elsewhere, and compared
 * @param broken the first link that is not in order
 */
public record Verdict(long acts, long versions, String head, Optional<BrokenLink> broken) {}

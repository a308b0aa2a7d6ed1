package org.truceline.editing;

/**
 * A request that its client gave a key, so that it is done once however often it is sent.
 *
 * @param key of the client's making, one for each request; keys of different editors don't meet
 * @param digest of all that the request says: another one under the same key is no repetition
 */
public record KeyedRequest(String key, String digest) {}

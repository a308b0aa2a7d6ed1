package org.truceline.exports;

import org.truceline.formats.Format;

/**
 * What two files of the same content have in common.
 *
 * @param layer the layer's id
 * @param question all that was asked, in a form that is the same for the same question
 */
public record ExportKey(String layer, String question, Format format) {}

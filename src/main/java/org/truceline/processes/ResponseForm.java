package org.truceline.processes;

/** In which form outputs are wanted. */
public enum ResponseForm {
    /** One output as it is; several as parts of one message. */
    RAW,

    /** One JSON object of all. */
    DOCUMENT
}

package org.truceline.access;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where a password is told: to whoever started the program, and not to the log, whose files are kept. */
final class Console {
    private Console() {}

    static void print(String text) {
        // Not closed: the stream is the process's own.
        PrintStream console = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        console.println(text);
    }
}

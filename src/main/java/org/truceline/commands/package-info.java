/**
 * What the command line can ask for instead of a server: the words, and with which exit code each ends. A command is one
 * class, a {@link org.truceline.commands.Command}, in the module that knows its subject.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.truceline.commands;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

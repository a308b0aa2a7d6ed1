/**
 * Who may write: accounts, their passwords, and the editor that a change is put down to. Reading needs none.
 *
 * <p>There is one account by now, {@link org.truceline.access.Accounts#ADMIN}. The database refuses to write through a layer
 * for anybody whose account it doesn't hold, see {@code truceline.require_editor()}.
 */
@ApplicationModule(allowedDependencies = {"commands"})
@NullMarked
package org.truceline.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

package org.truceline.access;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The first start of a server on a database makes the admin's account, and tells its password this once. */
@Component
@ConditionalOnWebApplication
class FirstPassword {
    private final Accounts accounts;

    FirstPassword(Accounts accounts) {
        this.accounts = accounts;
    }

    @EventListener
    @Order(0)
    void make(ApplicationReadyEvent event) {
        if (event.getApplicationContext().isActive()) {
            accounts.makeAdmin().ifPresent(password -> Console.print("""

                    Whoever edits signs in. This is told once:
                      user      %s
                      password  %s
                    ./run password makes another one.
                    """.formatted(Accounts.ADMIN, password)));
        }
    }
}

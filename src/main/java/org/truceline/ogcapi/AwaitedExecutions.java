package org.truceline.ogcapi;

import java.util.List;
import org.springframework.stereotype.Component;
import org.truceline.features.ClientPresence;
import org.truceline.processes.Computation;
import org.truceline.processes.ExecutionRequest;
import org.truceline.processes.Executions;
import org.truceline.processes.OutputValue;

/** Computes for a client that waits, and stops when it has left. */
@Component
class AwaitedExecutions {
    private final Executions executions;
    private final ClientPresence clients;

    AwaitedExecutions(Executions executions, ClientPresence clients) {
        this.executions = executions;
        this.clients = clients;
    }

    List<OutputValue> run(Computation computation, ExecutionRequest request) {
        return executions.run(computation, request, clients.hasLeft());
    }
}

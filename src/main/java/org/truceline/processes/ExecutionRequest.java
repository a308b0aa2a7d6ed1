package org.truceline.processes;

import java.util.List;

/**
 * What somebody wants computed.
 *
 * @param inputs checked
 * @param wanted outputs of the process, in its order
 */
public record ExecutionRequest(Inputs inputs, List<Output> wanted, ResponseForm response) {
    static final String INPUTS = "inputs";
    static final String OUTPUTS = "outputs";
    static final String RESPONSE = "response";

    public ExecutionRequest {
        wanted = List.copyOf(wanted);
    }

    /**
     * Reads the body of an execute request.
     *
     * @param json the text of it
     * @throws ProcessFailure.InvalidInput if it is none, or none that this process can do
     */
    public static ExecutionRequest read(String json, ProcessDescription process) {
        return new RequestReader(process).read(json);
    }
}

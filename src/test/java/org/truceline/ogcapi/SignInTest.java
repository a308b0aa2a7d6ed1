package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.truceline.ServerTest;
import org.truceline.access.Accounts;

/** Who has to sign in, and how. */
class SignInTest extends ServerTest {
    private static final Set<RequestMethod> READING =
            Set.of(RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS);

    @Autowired
    private SignIn signIn;

    @Autowired
    private Accounts accounts;

    private boolean mayGoOn(String method, String... authorization) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/collections/incidents/items");
        for (String header : authorization) {
            request.addHeader("Authorization", header);
        }
        return signIn.preHandle(request, new MockHttpServletResponse(), "a handler");
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "MKCOL"})
    void whatMayWriteNeedsTheRightPassword(String method) {
        String password = accounts.renewAdmin();

        assertThat(mayGoOn(method, basic("admin:" + password))).isTrue();
        assertThat(mayGoOn(method, basic("admin:" + password).replace("Basic", "bASIC")))
                .isTrue();
        assertThatThrownBy(() -> mayGoOn(method)).hasMessageContaining("expected are a name and a password");
        for (String wrong : new String[] {
            basic("admin:" + password + "x"),
            basic("admin"),
            basic(":" + password),
            "Basic ***",
            "Basic",
            "Bearer " + password,
            ""
        }) {
            assertThatThrownBy(() -> mayGoOn(method, wrong)).as(wrong).isInstanceOf(RequestFailure.NotSignedIn.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void readingIsOpenWhateverIsSaid(String method) {
        assertThat(mayGoOn(method)).isTrue();
        assertThat(mayGoOn(method, "Basic nonsense")).isTrue();
    }

    /** A new handler needs a sign-in unless somebody decides otherwise, here. */
    @Test
    void theseAreOpenToAll(
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers) {
        Set<String> open = handlers.getHandlerMethods().entrySet().stream()
                .filter(handler -> handler.getValue().hasMethodAnnotation(OpenToAll.class))
                .flatMap(handler -> handler.getKey().getMethodsCondition().getMethods().stream()
                        .filter(method -> !READING.contains(method))
                        .map(method -> method + " " + handler.getKey().getPatternValues()))
                .collect(Collectors.toSet());

        assertThat(open)
                .containsExactlyInAnyOrder(
                        "POST [/search]",
                        "POST [/collections/{collectionId}/search]",
                        "POST [/processes/{processId}/execution]",
                        "DELETE [/jobs/{jobId}]",
                        "POST [/jobs/{jobId}/dismiss]");
    }
}

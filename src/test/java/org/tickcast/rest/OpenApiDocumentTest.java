package org.tickcast.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tickcast.ops.AdminApplication;

/** Whoever adds a path says so in the document. */
class OpenApiDocumentTest {

    @Test
    void every_resource_is_in_the_document_and_nothing_else() throws IOException {
        Set<String> documented =
                document().lines().filter(line -> line.startsWith("  /")).collect(Collectors.toSet());

        assertThat(documented)
                .isEqualTo(served().map(path -> "  " + path + ":").collect(Collectors.toSet()))
                .isNotEmpty();
    }

    private static Stream<String> served() {
        Stream<String> resources =
                Stream.of(new RestApplication(), new AdminApplication()).flatMap(OpenApiDocumentTest::servedBy);
        Stream<String> servlets = Stream.of(TicketServlet.class, TokenServlet.class)
                .flatMap(servlet ->
                        Arrays.stream(servlet.getAnnotation(WebServlet.class).value()));
        return Stream.concat(resources, Stream.concat(servlets, Stream.of(IngestServlet.PATH)));
    }

    private static Stream<String> servedBy(Application application) {
        String root = pathOf(
                application.getClass().getAnnotation(ApplicationPath.class).value());
        return application.getClasses().stream()
                .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods())
                        .filter(OpenApiDocumentTest::answers)
                        .map(method -> root + pathOf(resource) + pathOf(method)));
    }

    private static boolean answers(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    private static String pathOf(AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        return path == null ? "" : pathOf(path.value());
    }

    private static String pathOf(String written) {
        return written.startsWith("/") ? written : "/" + written;
    }

    private static String document() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                OpenApiDocumentTest.class.getResourceAsStream("/META-INF/openapi.yaml"), "openapi.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

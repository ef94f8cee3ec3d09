package org.tickcast.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.MappingMatch;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says which of our paths was asked for, with names in place of what is variable: {@code /api/index/{id}/intraday}. There are as
 * many as we have written, however many a client makes up.
 */
@SuppressWarnings("NullAway.Init") // The container's own, injected after construction.
public class RouteName implements ContainerRequestFilter {

    private static final String ATTRIBUTE = RouteName.class.getName();
    private static final String ALL_BELOW = "/*";
    private static final String FILES = "/";

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Class<?> type = resource.getResourceClass();
        String route = Stream.of(
                        path(type),
                        methodPath(type, resource.getResourceMethod().getName()))
                .map(path -> path.startsWith("/") || path.isEmpty() ? path : "/" + path)
                .reduce("", String::concat);
        request.setProperty(ATTRIBUTE, route);
    }

    /** To be asked when the request was answered. */
    public static String of(HttpServletRequest request) {
        if (request.getHttpServletMapping().getMappingMatch() == MappingMatch.DEFAULT) {
            return FILES;
        }
        String pattern = request.getHttpServletMapping().getPattern();
        boolean known = request.getAttribute(ATTRIBUTE) instanceof String && pattern.endsWith(ALL_BELOW);
        return known
                ? pattern.substring(0, pattern.length() - ALL_BELOW.length()) + request.getAttribute(ATTRIBUTE)
                : pattern.isEmpty() ? FILES : pattern;
    }

    /** A bean may be a class that the container has made, which does not have our annotations. */
    private static String path(@Nullable Class<?> type) {
        if (type == null) {
            return "";
        }
        return type.isAnnotationPresent(Path.class) ? valueOf(type) : path(type.getSuperclass());
    }

    private static String methodPath(@Nullable Class<?> type, String method) {
        if (type == null) {
            return "";
        }
        return Arrays.stream(type.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(method) && candidate.isAnnotationPresent(Path.class))
                .map(RouteName::valueOf)
                .findFirst()
                .orElseGet(() -> methodPath(type.getSuperclass(), method));
    }

    private static String valueOf(AnnotatedElement annotated) {
        Path path = annotated.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }
}

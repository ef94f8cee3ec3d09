package org.tickcast.admission.jwt;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches published keys, once for each call. The thread that calls waits, though never longer than agreed. No redirect is
 * followed: the address is the configured one.
 */
final class JwksFetch {

    private static final int OK = 200;

    private final JwksSettings settings;
    private final HttpClient client;
    private final HttpRequest request;

    JwksFetch(JwksSettings settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectWithin())
                .build();
        this.request = HttpRequest.newBuilder(settings.location())
                .header("Accept", "application/jwk-set+json, application/json")
                .timeout(settings.answerWithin())
                .build();
    }

    JwksAnswer fetch() {
        CompletableFuture<HttpResponse<byte[]>> coming =
                client.sendAsync(request, head -> new BoundedBody(settings.longestAnswer()));
        try {
            // The request's own timeout ends with the headers, so a body could come for ever.
            return answer(coming.get(settings.answerWithin().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return new JwksAnswer.Failure("there was no whole answer within " + settings.answerWithin());
        } catch (ExecutionException e) {
            return new JwksAnswer.Failure(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new JwksAnswer.Failure("the fetch was interrupted");
        } finally {
            coming.cancel(true);
        }
    }

    private static JwksAnswer answer(HttpResponse<byte[]> response) {
        return response.statusCode() == OK
                ? Jwks.read(response.body())
                : new JwksAnswer.Failure("the answer has status " + response.statusCode());
    }
}

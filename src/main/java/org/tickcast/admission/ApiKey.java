package org.tickcast.admission;

/**
 * A key for which we issue signed tokens. It opens nothing itself.
 *
 * @param name what the house calls it; logs may show it
 * @param user whose tokens they are
 * @param grants what those tokens allow
 */
public record ApiKey(String name, Token key, String user, Grants grants) {

    public ApiKey {
        ClaimText.checked("key's name", name, Claims.LONGEST_SUBJECT);
        ClaimText.checked("user id", user, Claims.LONGEST_SUBJECT);
    }
}

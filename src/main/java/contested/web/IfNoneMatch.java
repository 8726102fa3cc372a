package contested.web;

import org.jspecify.annotations.Nullable;

/** Reads the {@code If-None-Match} header, in which proxies put several tags at once. Source: RFC 9110, section 13.1.2. */
final class IfNoneMatch {

    private IfNoneMatch() {}

    /** Whether the asker has this page already. Compared weakly: a proxy may have dropped or added the mark for that. */
    static boolean names(@Nullable String header, String etag) {
        if (header == null) {
            return false;
        }
        for (String tag : header.split(",")) {
            if (opaque(tag.strip()).equals(opaque(etag))) {
                return true;
            }
        }
        return false;
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}

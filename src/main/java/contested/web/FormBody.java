package contested.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the body of a form says, and nothing else. The server puts what stands in the address before it, so that a link
 * with {@code ?passphrase=...} would answer the form for whoever follows it. Source: Jakarta Servlet 6.0, section 3.1.
 */
final class FormBody {

    private FormBody() {}

    /** Each field with its values; none at all when address and body cannot be told apart. */
    static Map<String, String[]> of(HttpServletRequest request) {
        Map<String, List<String>> address = ReadingRequest.pairs(request.getQueryString());
        Map<String, String[]> body = new TreeMap<>();
        for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
            String[] all = field.getValue();
            List<String> before = address.getOrDefault(field.getKey(), List.of());
            if (all.length < before.size()
                    || !Arrays.asList(all).subList(0, before.size()).equals(before)) {
                return Map.of();
            }
            if (all.length > before.size()) {
                body.put(field.getKey(), Arrays.copyOfRange(all, before.size(), all.length));
            }
        }
        return body;
    }
}

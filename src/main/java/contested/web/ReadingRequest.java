package contested.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as a reading page sees it: a GET without a body. A HEAD renders as the GET it stands for, so that both have
 * the same headers; and whatever nonsense a body holds, nobody reads it.
 */
final class ReadingRequest extends HttpServletRequestWrapper {

    private final Map<String, String[]> parameters;

    ReadingRequest(HttpServletRequest request) {
        super(request);
        parameters = parse(request.getQueryString());
    }

    /** The first value of each name, as the address has it. */
    private static Map<String, String[]> parse(@Nullable String query) {
        Map<String, String[]> parsed = new LinkedHashMap<>();
        pairs(query).forEach((name, values) -> parsed.put(name, new String[] {values.get(0)}));
        return parsed;
    }

    /** All values of each name, in the order of the address. The server has refused what cannot be decoded. */
    static Map<String, List<String>> pairs(@Nullable String query) {
        Map<String, List<String>> parsed = new LinkedHashMap<>();
        if (query != null) {
            for (String pair : query.split("&")) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parsed.computeIfAbsent(decode(name), n -> new ArrayList<>()).add(decode(value));
            }
        }
        return parsed;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    @Override
    public String getMethod() {
        return "GET";
    }

    @Override
    public @Nullable String getContentType() {
        return null;
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }
}

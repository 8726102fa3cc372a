package contested.support;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody signed in at a portal, as their browser speaks to it: with the cookie, and in forms with the page's token. */
public final class SignedIn {

    private static final Pattern TOKEN = Pattern.compile("name=\"form-token\" value=\"([^\"]+)\"");

    private final Portal portal;
    private final String cookie;

    private SignedIn(Portal portal, String cookie) {
        this.portal = portal;
        this.cookie = cookie;
    }

    public static SignedIn as(Portal portal, String pseudonym, String passphrase) {
        HttpResponse<String> answer = portal.send(form(
                portal.request("/sign-in").header("Origin", portal.address()),
                Map.of("pseudonym", pseudonym, "passphrase", passphrase)));
        return new SignedIn(
                portal, answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0]);
    }

    /** Whoever has that cookie, such as somebody who joined a workshop. */
    public static SignedIn with(Portal portal, String cookie) {
        return new SignedIn(portal, cookie);
    }

    private static HttpRequest.Builder form(HttpRequest.Builder request, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    public String cookie() {
        return cookie;
    }

    private HttpRequest.Builder request(String path) {
        return portal.request(path).header("Cookie", cookie).header("Origin", portal.address());
    }

    public HttpResponse<String> get(String path) {
        return portal.get(path, "Cookie", cookie);
    }

    public String token() {
        Matcher token = TOKEN.matcher(get("/me").body());
        if (!token.find()) {
            throw new IllegalStateException("no form on the account's page");
        }
        return token.group(1);
    }

    /** The answer to a form with these fields and the token. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        Map<String, String> all = new java.util.TreeMap<>(fields);
        all.putIfAbsent("form-token", token());
        return portal.send(form(request(path), all));
    }

    /** The answer to a form that takes a file in which none was chosen, as a browser sends it. */
    public HttpResponse<String> postWithoutFile(String path, Map<String, String> fields, String field) {
        Map<String, String> all = new java.util.TreeMap<>(fields);
        all.putIfAbsent("form-token", token());
        String body = all.entrySet().stream()
                        .map(f -> "--edge\r\nContent-Disposition: form-data; name=\"" + f.getKey() + "\"\r\n\r\n"
                                + f.getValue() + "\r\n")
                        .collect(Collectors.joining())
                + "--edge\r\nContent-Disposition: form-data; name=\"" + field
                + "\"; filename=\"\"\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--edge--\r\n";
        return portal.send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The answer to a form with one file. @param cut how many bytes are missing at its end */
    public HttpResponse<String> upload(String path, String field, byte[] file, int cut) {
        return upload(path, field, file, cut, Map.of());
    }

    /** The answer to a form with one file and these fields. */
    public HttpResponse<String> upload(String path, String field, byte[] file, Map<String, String> fields) {
        return upload(path, field, file, 0, fields);
    }

    private HttpResponse<String> upload(String path, String field, byte[] file, int cut, Map<String, String> fields) {
        Map<String, String> all = new java.util.TreeMap<>(fields);
        all.put("form-token", token());
        String head = all.entrySet().stream()
                        .map(f -> "--edge\r\nContent-Disposition: form-data; name=\"" + f.getKey() + "\"\r\n\r\n"
                                + f.getValue() + "\r\n")
                        .collect(Collectors.joining())
                + "--edge\r\nContent-Disposition: form-data; name=\"" + field
                + "\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\n";
        byte[] tail = "\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8);
        java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(tail);
        byte[] sent = java.util.Arrays.copyOf(body.toByteArray(), body.size() - cut);
        return portal.send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(HttpRequest.BodyPublishers.ofByteArray(sent)));
    }
}

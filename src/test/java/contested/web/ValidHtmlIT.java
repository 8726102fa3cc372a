package contested.web;

import static org.assertj.core.api.Assertions.assertThat;

import contested.support.Portal;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The Nu checker finds nothing to complain of. With {@code -Dcontested.pages=all} on every page. */
class ValidHtmlIT {

    /** Facelets writes void elements as XML does; a list that is drawn without bullets is a list to Safari only by its role. */
    private static final List<String> HARMLESS = List.of("Trailing slash on void elements", "role is unnecessary");

    static Stream<Arguments> pages() {
        List<Arguments> all = new ArrayList<>();
        Set<Portal> portals = new LinkedHashSet<>(List.of(Portal.shipped()));
        portals.add(Portal.sample());
        portals.add(Portal.empty());
        for (Portal portal : portals) {
            Stream.concat(Pages.chosenOf(portal).stream(), Stream.of(Pages.NOWHERE, Portal.GONE))
                    .forEach(path -> all.add(Arguments.of(portal, path)));
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("pages")
    void itIsValid(Portal portal, String path) throws Exception {
        for (String language : List.of("en", "vi")) {
            String page = portal.get(path + (path.contains("?") ? "&" : "?") + "lang=" + language)
                    .body();
            assertThat(complaints(page)).as(path + " " + language).isEmpty();
        }
    }

    private static List<String> complaints(String page) throws Exception {
        EmbeddedValidator validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        String said = validator.validate(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
        return said.lines()
                .filter(l -> !l.isBlank() && HARMLESS.stream().noneMatch(l::contains))
                .toList();
    }
}

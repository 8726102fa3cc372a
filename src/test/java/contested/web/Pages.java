package contested.web;

import contested.pack.PackFiles.Contents;
import contested.pack.PackFiles.PassageEntry;
import contested.pack.PackFiles.QuestionFile;
import contested.pack.PackFiles.SourceFile;
import contested.support.Portal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The pages of a portal, as paths, made from the table of addresses and from what its packs say. */
final class Pages {

    /** Nothing is here, and a reader is told so on a page. */
    static final String NOWHERE = "/nowhere";

    private final List<QuestionFile> questions = new ArrayList<>();
    private final List<SourceFile> sources = new ArrayList<>();
    private final List<PassageEntry> passages = new ArrayList<>();

    private Pages(Portal portal) {
        for (Contents contents : portal.contents()) {
            questions.addAll(contents.questions());
            sources.addAll(contents.sources());
        }
        questions.forEach(q -> passages.addAll(q.passages()));
    }

    /** Each kind of page with its fullest and its emptiest content. */
    static List<String> kindsOf(Portal portal) {
        Pages pages = new Pages(portal);
        Set<String> all = new LinkedHashSet<>();
        Stream.of(Route.values()).filter(Route::isKept).forEach(route -> all.addAll(pages.extremes(route)));
        return List.copyOf(all);
    }

    /** Every page there is, filters and choices of a comparison left out but for one of each. */
    static List<String> allOf(Portal portal) {
        Pages pages = new Pages(portal);
        Set<String> all = new LinkedHashSet<>();
        Stream.of(Route.values()).filter(Route::isKept).forEach(route -> all.addAll(pages.all(route)));
        all.addAll(kindsOf(portal));
        return List.copyOf(all);
    }

    /** Each kind, or every page where {@code -Dcontested.pages=all} asks for it. */
    static List<String> chosenOf(Portal portal) {
        return "all".equals(System.getProperty("contested.pages")) ? allOf(portal) : kindsOf(portal);
    }

    private List<String> extremes(Route route) {
        return switch (route) {
            case QUESTION -> {
                List<String> paths = new ArrayList<>(extremeQuestions(route));
                fullest().ifPresent(q -> paths.add(route.path(q.slug()) + "?relation=supports"));
                fullest()
                        .filter(q -> !q.passages().isEmpty())
                        .ifPresent(q -> paths.add(route.path(q.slug()) + "?source="
                                + q.passages().get(0).source()));
                yield paths;
            }
            case HANDOUT -> extremeQuestions(route);
            case COMPARE -> {
                List<String> paths = new ArrayList<>();
                extremeQuestions(route).forEach(path -> {
                    paths.add(path);
                    if (sources.size() > 1) {
                        paths.add(path + "?a=" + sources.get(0).slug() + "&b="
                                + sources.get(sources.size() - 1).slug());
                    }
                });
                yield paths;
            }
            case SOURCE ->
                ends(sources.stream()
                        .sorted(Comparator.comparingLong(this::passagesFrom))
                        .map(s -> route.path(s.slug()))
                        .toList());
            case PASSAGE ->
                ends(passages.stream()
                        .sorted(Comparator.comparingInt(
                                p -> String.valueOf(p.gist().en()).length()))
                        .map(p -> route.path(p.id()))
                        .toList());
            // Only for who is signed in: ThreadIT looks at it.
            case COMMENT -> List.of();
            default -> List.of(route.path(""));
        };
    }

    private List<String> all(Route route) {
        return switch (route) {
            case QUESTION, HANDOUT, COMPARE ->
                questions.stream().map(q -> route.path(q.slug())).toList();
            case SOURCE -> sources.stream().map(s -> route.path(s.slug())).toList();
            case PASSAGE -> passages.stream().map(p -> route.path(p.id())).toList();
            // Only for who is signed in: ThreadIT looks at it.
            case COMMENT -> List.of();
            default -> List.of(route.path(""));
        };
    }

    private List<String> extremeQuestions(Route route) {
        return ends(questions.stream()
                .sorted(Comparator.comparingInt(q -> q.passages().size()))
                .map(q -> route.path(q.slug()))
                .toList());
    }

    private java.util.Optional<QuestionFile> fullest() {
        return questions.stream().max(Comparator.comparingInt(q -> q.passages().size()));
    }

    private long passagesFrom(SourceFile source) {
        return passages.stream().filter(p -> p.source().equals(source.slug())).count();
    }

    private static List<String> ends(List<String> sorted) {
        return sorted.isEmpty() ? List.of() : List.of(sorted.get(sorted.size() - 1), sorted.get(0));
    }
}

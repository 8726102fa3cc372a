package contested.web;

import contested.operation.Settings;
import contested.passage.Evidence;
import contested.passage.EvidenceFigures;
import contested.passage.EvidenceService;
import contested.passage.Relation;
import contested.passage.Resolution;
import contested.source.Source;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** {@code /about}: how the evidence was gathered, what its marks mean, and how to object. */
@Named
@RequestScoped
public class AboutPage {

    @Inject
    private EvidenceService evidence;

    @Inject
    private Settings settings;

    private EvidenceFigures figures = new EvidenceFigures(new Evidence(List.of(), List.of(), List.of()));

    /**
     * A relation as the page explains it.
     *
     * @param name     its key in the message bundles
     * @param position whether it speaks to a position, and so bears that position's colour and shape
     * @param passages how many there are
     */
    public record RelationRow(String name, boolean position, int passages) {}

    /**
     * What one source contributes.
     *
     * @param source   the source
     * @param passages how many there are of each relation, in the order of {@link #getRelations()}
     * @param total    of all relations
     */
    public record SourceRow(Source source, List<Integer> passages, int total) {}

    /**
     * What became of passages in the installed texts.
     *
     * @param name     its key in the message bundles
     * @param passages how many there are
     */
    public record ResolutionRow(String name, int passages) {}

    @PostConstruct
    void load() {
        figures = new EvidenceFigures(evidence.all());
    }

    public EvidenceFigures getFigures() {
        return figures;
    }

    public List<RelationRow> getRelations() {
        return Arrays.stream(Relation.values())
                .map(r -> new RelationRow(key(r), r.takesPosition(), figures.passages(r)))
                .toList();
    }

    public List<SourceRow> getSources() {
        return figures.evidence().sources().stream()
                .map(s -> new SourceRow(
                        s,
                        Arrays.stream(Relation.values())
                                .map(r -> figures.passages(s, r))
                                .toList(),
                        figures.passages(s)))
                .toList();
    }

    public List<ResolutionRow> getResolutions() {
        return Arrays.stream(Resolution.values())
                .map(r -> new ResolutionRow(key(r), figures.passages(r)))
                .toList();
    }

    /** Where to send an objection; empty when the operator gave nothing. */
    public String getContact() {
        return settings.operatorContact().orElse("");
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

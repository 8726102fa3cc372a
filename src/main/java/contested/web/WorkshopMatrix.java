package contested.web;

import contested.passage.EvidenceService;
import contested.passage.Matrix;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The evidence on a workshop's agenda at a glance: each of its questions against each source. */
@Named
@RequestScoped
public class WorkshopMatrix {

    @Inject
    private EvidenceService evidence;

    @Inject
    private WorkshopRoom room;

    @Inject
    private Text text;

    private @Nullable Matrix matrix;

    public Matrix getMatrix() {
        Matrix drawn = matrix;
        if (drawn == null) {
            drawn = new Matrix(evidence.of(
                    room.getAgenda().stream().map(i -> i.question().slug()).toList()));
            matrix = drawn;
        }
        return drawn;
    }

    /** Whether there is anything to show: a question that stands, and a source. */
    public boolean isDrawn() {
        return getMatrix().questions() > 0 && !getMatrix().sources().isEmpty();
    }

    /** How much there is, and how often a source is silent. */
    public String getSummary() {
        long silent = getMatrix().groups().stream()
                .flatMap(g -> g.rows().stream())
                .flatMap(r -> r.cells().stream())
                .filter(Matrix.Cell::isSilent)
                .count();
        return text.with(
                "matrix.agenda.summary",
                getMatrix().questions(),
                getMatrix().sources().size(),
                getMatrix().passages(),
                silent);
    }
}

package contested.web;

import contested.outcome.FiguresService;
import contested.question.Position;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The pictures of one question of a workshop: how answers shifted, and for those who lead it, how people took part. */
@Named
@RequestScoped
public class WorkshopFigures {

    @Inject
    private FiguresService figures;

    @Inject
    private QuestionPage page;

    @Inject
    private Visitor visitor;

    @Inject
    private WorkshopRoom room;

    private @Nullable SwingPicture swing;
    private FiguresService.@Nullable Talk talk;

    private AnswerLabels labels() {
        return AnswerLabels.of(page.getEvidence().question());
    }

    public SwingPicture getSwing() {
        SwingPicture drawn = swing;
        if (drawn == null) {
            drawn = new SwingPicture(
                    figures.swing(
                            visitor.actor(),
                            room.getWorkshop().slug(),
                            page.getEvidence().question().slug()),
                    labels());
            swing = drawn;
        }
        return drawn;
    }

    private FiguresService.Talk talk() {
        FiguresService.Talk known = talk;
        if (known == null) {
            known = figures.talk(
                    visitor.actor(),
                    room.getWorkshop().slug(),
                    page.getEvidence().question().slug());
            talk = known;
        }
        return known;
    }

    public TimePicture getTime() {
        return new TimePicture(talk().participation(), labels());
    }

    public PassagesPicture getPassages() {
        return new PassagesPicture(talk().passages(), labels());
    }

    /** Whether it shows who answered whom. */
    public boolean isNetworked() {
        return talk().network() != null;
    }

    /** Whether the workshop names people in figures at all. */
    public boolean isNamed() {
        return room.getWorkshop().arePersonsShown();
    }

    public NetworkPicture getNetwork() {
        return new NetworkPicture(Objects.requireNonNull(talk().network()));
    }

    /** Positions that nobody has spoken for. */
    public List<Position> getUnheard() {
        return talk().unheard();
    }

    /** Who has written nothing yet; nobody is named where the workshop names nobody. */
    public List<String> getSilent() {
        return isNamed() ? talk().participation().silent() : List.of();
    }
}

package contested.web;

import contested.discussion.Entry;
import contested.discussion.SpotlightService;
import contested.discussion.Stance;
import contested.passage.Passage;
import contested.shared.Slug;
import contested.workshop.Phase;
import contested.workshop.Spotlight;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the facilitator shows to everybody, on each page of the workshop, and the buttons that put it there. */
@Named
@RequestScoped
public class WorkshopSpotlight {

    static final String TAKE_AWAY = "dim";

    private static final String COMMENT = "light-comment";
    private static final String PASSAGE = "light-passage";

    @Inject
    private SpotlightService service;

    @Inject
    private WorkshopRoom room;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    @Inject
    private Form form;

    @Inject
    private Links links;

    @Inject
    private Text text;

    private SpotlightService.@Nullable Lit lit;
    private boolean looked;

    /** What this reader sees there; null for nothing. */
    public SpotlightService.@Nullable Lit getLit() {
        if (!looked) {
            lit = service.find(visitor.actor(), room.getWorkshop().slug()).orElse(null);
            looked = true;
        }
        return lit;
    }

    /** Whether this reader puts things there. Asked by parts of pages that stand outside of workshops too. */
    public boolean isOffered() {
        return address.isInWorkshop() && room.may("RUN");
    }

    /** The same for comments of the thread on this page: what a small group says stays there until the synthesis. */
    public boolean isOfferedHere() {
        return isOffered() && (address.group() == 0 || room.getPhase().ordinal() >= Phase.SYNTHESIS.ordinal());
    }

    public boolean isComment(Slug comment) {
        return is(new Spotlight(Spotlight.Kind.COMMENT, comment));
    }

    public boolean isPassage(Slug passage) {
        return is(new Spotlight(Spotlight.Kind.PASSAGE, passage));
    }

    private boolean is(Spotlight what) {
        return room.getWorkshop().spotlight().equals(Optional.of(what));
    }

    /** The mark of the comment that is shown. */
    public String stance(SpotlightService.Lit shown) {
        Entry comment = shown.comment();
        return comment != null && comment.stance() == Stance.ASKS ? "asks" : "context";
    }

    /** What it is, in a few words, for whoever hears the page. */
    public String said(SpotlightService.Lit shown) {
        Passage passage = shown.passage();
        return passage == null
                ? text.get("spotlight.said.comment")
                : text.with(
                        "spotlight.said.passage", text.with("source.tab", passage.sourceCode(), passage.paragraph()));
    }

    /** Where it stands among all else. */
    public String link(SpotlightService.Lit shown) {
        Entry comment = shown.comment();
        Passage passage = shown.passage();
        Slug question = shown.question().slug();
        return comment != null
                ? links.comment(question, comment.slug())
                : passage != null ? links.questionAt(question, passage.slug()) : links.question(question);
    }

    /** The page on which the form stands: a question's, else the board. */
    public String getAction() {
        Slug workshop = room.getWorkshop().slug();
        return address.isOfQuestion() ? links.workshopQuestion(workshop, address.slug()) : links.workshop(workshop);
    }

    /** Does what a button here asks for. @return what was done; empty where it was none of these buttons */
    Optional<String> act() {
        Optional<Slug> comment = form.find(COMMENT).flatMap(Slug::parse);
        Optional<Slug> passage = form.find(PASSAGE).flatMap(Slug::parse);
        if (form.has("do", TAKE_AWAY)) {
            service.takeAway(visitor.actor(), room.getWorkshop().slug());
            return Optional.of("dimmed");
        }
        comment.ifPresent(name -> service.lightComment(visitor.actor(), address.thread(), name));
        passage.ifPresent(name -> service.lightPassage(visitor.actor(), address.thread(), name));
        return comment.or(() -> passage).map(name -> "lit");
    }
}

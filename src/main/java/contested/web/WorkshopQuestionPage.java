package contested.web;

import contested.discussion.ThreadService;
import contested.question.Position;
import contested.question.Slot;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import contested.workshop.AgendaItem;
import contested.workshop.Ballot;
import contested.workshop.BallotRound;
import contested.workshop.BallotService;
import contested.workshop.Phase;
import contested.workshop.WorkshopService;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** {@code /workshops/{workshop}/questions/{slug}}: one question of the agenda: its evidence, one's ballot, its thread. */
@Named
@RequestScoped
public class WorkshopQuestionPage implements FormPage {

    private static final String POSITION = "position";
    private static final String CONFIDENCE = "confidence";
    private static final String UNSURE = "unsure";
    private static final Set<String> DONE = Set.of("voted", "hidden", "moved", "lit", "dimmed", "read");

    @Inject
    private WorkshopRoom room;

    @Inject
    private WorkshopQueue queue;

    @Inject
    private WorkshopSpotlight spotlight;

    @Inject
    private ReadingPart reading;

    @Inject
    private WorkshopService service;

    @Inject
    private BallotService ballots;

    @Inject
    private ThreadService threads;

    @Inject
    private QuestionPage page;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    @Inject
    private Form form;

    @Inject
    private Links links;

    private AgendaItem item;
    private BallotService.@Nullable Own own;

    @PostConstruct
    void load() {
        item = service.item(visitor.actor(), room.getWorkshop().slug(), address.slug());
        // Whoever does not belong to the group in the address finds nothing there.
        threads.mode(visitor.actor(), address.thread());
        own = ballots.own(visitor.actor(), workshop(), question(), getRound()).orElse(null);
    }

    private Slug workshop() {
        return room.getWorkshop().slug();
    }

    private Slug question() {
        return item.question().slug();
    }

    @Override
    public @Nullable String submit() {
        Optional<Slug> hidden = form.find("hide").flatMap(Slug::parse);
        if (hidden.isPresent()) {
            queue.hide(hidden.get());
            return links.workshopQuestionDone(workshop(), question(), "hidden");
        }
        Optional<String> shown = spotlight.act();
        if (shown.isPresent()) {
            return links.workshopQuestionDone(workshop(), question(), shown.get());
        }
        Optional<Slug> passage = form.find("moved-by-passage").flatMap(Slug::parse);
        if (passage.isPresent()) {
            ballots.toggleMover(visitor.actor(), workshop(), question(), passage.get());
            return links.workshopQuestionDone(workshop(), question(), "moved");
        }
        Optional<Slug> comment = form.find("moved-by-comment").flatMap(Slug::parse);
        if (comment.isPresent()) {
            threads.requireRead(visitor.actor(), address.thread(), comment.get());
            ballots.toggleMovingComment(visitor.actor(), workshop(), question(), comment.get());
            return links.workshopQuestionDone(workshop(), question(), "moved");
        }
        Optional<Slug> read = form.find("read").flatMap(Slug::parse);
        if (read.isPresent()) {
            reading.toggle(read.get());
            return links.workshopQuestionDone(workshop(), question(), "read");
        }
        BallotRound round = TypedValue.choice(BallotRound.class, form.value("round"))
                .orElseThrow(() -> new NotFoundException("no such ballot"));
        String position = form.value(POSITION);
        if (position.isEmpty()) {
            form.refuse(new UserFacingException(POSITION, "ballot.position.missing"));
        }
        int confidence = TypedValue.number(form.value(CONFIDENCE)).orElse(0L).intValue();
        if (confidence < Ballot.MIN_CONFIDENCE || confidence > Ballot.MAX_CONFIDENCE) {
            form.refuse(new UserFacingException(CONFIDENCE, "ballot.confidence.missing"));
        }
        if (form.isRefused()) {
            return null;
        }
        ballots.cast(visitor.actor(), workshop(), question(), round, slot(position), confidence);
        return links.workshopQuestionDone(workshop(), question(), "voted");
    }

    private @Nullable Slot slot(String name) {
        return name.equals(UNSURE)
                ? null
                : page.getEvidence().question().positions().stream()
                        .map(Position::slot)
                        .filter(s -> ThreadPart.key(s).equals(name))
                        .findFirst()
                        .orElseThrow(() -> new UserFacingException(POSITION, "ballot.position.unknown"));
    }

    public String getDone() {
        return address.parameter(ThreadPart.DID, name -> Optional.of(name).filter(DONE::contains))
                .orElse("");
    }

    public AgendaItem getItem() {
        return item;
    }

    /** Of which ballot the page speaks: the closing one once the discussion has begun. */
    public BallotRound getRound() {
        return room.getPhase().ordinal() < Phase.DISCUSS.ordinal() ? BallotRound.OPENING : BallotRound.CLOSING;
    }

    public boolean isOpenToVote() {
        return room.may(getRound() == BallotRound.OPENING ? "VOTE_OPENING" : "VOTE_CLOSING");
    }

    public boolean isCast() {
        return own != null;
    }

    /** Whether that position is chosen in the form, or was cast. {@code unsure} is one too. */
    public boolean isTaken(String name) {
        if (form.isSent()) {
            return name.equals(form.value(POSITION));
        }
        BallotService.Own cast = own;
        if (cast == null) {
            return false;
        }
        Slot slot = cast.position();
        return name.equals(slot == null ? UNSURE : ThreadPart.key(slot));
    }

    public boolean isSure(int confidence) {
        return form.isSent()
                ? form.has(CONFIDENCE, String.valueOf(confidence))
                : own != null && own.confidence() == confidence;
    }

    /** 1 to 5. */
    public List<Integer> getConfidences() {
        return IntStream.rangeClosed(Ballot.MIN_CONFIDENCE, Ballot.MAX_CONFIDENCE)
                .boxed()
                .toList();
    }

    public String key(Position position) {
        return ThreadPart.key(position.slot());
    }

    /** Whether peers' comments are shown, or one's own is asked for first. */
    public boolean isPeersShown() {
        return threads.showsPeers(visitor.actor(), address.thread());
    }

    /** Whether the evidence is opened out: while there is nothing else to do. Later it is a step away. */
    public boolean isEvidenceFirst() {
        return !room.may("READ_THREADS")
                || address.names("source")
                || address.names("relation")
                || address.names("order");
    }
}

package contested.workshop;

import contested.question.Question;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** One question of a workshop's agenda, and how people work on it. */
@Entity
public class AgendaItem {

    public static final int MAX_WANTED = 20;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Workshop workshop;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Question question;

    /** Its place on the agenda, from 1. */
    private int position;

    private boolean ownFirst;
    private int commentsWanted;
    private int citationsWanted;

    /** How many small groups talk about it apart; 0 for none. */
    private int groupCount;

    private boolean sideSwap;
    private boolean pairReplies;

    protected AgendaItem() {}

    public AgendaItem(Workshop workshop, Question question, int position) {
        this.workshop = workshop;
        this.question = question;
        this.position = position;
    }

    public void moveTo(int newPosition) {
        position = newPosition;
    }

    /**
     * Decides how people work on it.
     *
     * @param first     whether they see peers' comments only after writing one of their own
     * @param comments  how many comments each is asked for; 0 for none in particular
     * @param citations how many cited passages each is asked for; 0 for none in particular
     */
    public void ask(boolean first, int comments, int citations) {
        ownFirst = first;
        commentsWanted = Math.max(0, Math.min(MAX_WANTED, comments));
        citationsWanted = Math.max(0, Math.min(MAX_WANTED, citations));
    }

    /** Lets people talk in so many groups beside the plenary; 0 for none. */
    void divideInto(int groups) {
        groupCount = groups;
    }

    /** Lets everybody argue for a position drawn by lot, as an exercise, or lets them no more. */
    void swapSides(boolean swapped) {
        sideSwap = swapped;
    }

    /** Gives those who have written comments of others to answer, or does so no more. */
    void pairReplies(boolean paired) {
        pairReplies = paired;
    }

    /** People work on it as on that one, by other lots. */
    void workLike(AgendaItem other) {
        ask(other.ownFirst, other.commentsWanted, other.citationsWanted);
        groupCount = other.groupCount;
        sideSwap = other.sideSwap;
        pairReplies = other.pairReplies;
    }

    public Long id() {
        return id;
    }

    public Workshop workshop() {
        return workshop;
    }

    public Question question() {
        return question;
    }

    public int position() {
        return position;
    }

    public boolean isOwnFirst() {
        return ownFirst;
    }

    /** How many small groups talk about it apart; 0 for none. */
    public int groups() {
        return groupCount;
    }

    /** Whether everybody argues for a position drawn by lot, as an exercise. */
    public boolean isSideSwap() {
        return sideSwap;
    }

    /** Whether those who have written are given comments of others to answer. */
    public boolean isPairReplies() {
        return pairReplies;
    }

    public int commentsWanted() {
        return commentsWanted;
    }

    public int citationsWanted() {
        return citationsWanted;
    }
}

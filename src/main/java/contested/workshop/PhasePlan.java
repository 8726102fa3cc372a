package contested.workshop;

import jakarta.persistence.Embeddable;

/** What is meant for one phase: how many minutes it lasts, and what participants are told to do. */
@Embeddable
public class PhasePlan {

    public static final int MAX_MINUTES = 14 * 24 * 60;
    public static final int MAX_TASK_CHARS = 500;

    private int minutes;

    private String task = "";

    protected PhasePlan() {}

    public PhasePlan(int minutes, String task) {
        this.minutes = minutes;
        this.task = task;
    }

    public int minutes() {
        return minutes;
    }

    /** Empty where nothing beside the phase's own words is said. */
    public String task() {
        return task;
    }
}

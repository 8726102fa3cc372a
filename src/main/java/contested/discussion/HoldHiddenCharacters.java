package contested.discussion;

/** Holds a text that shows other than it was typed: bidi controls, invisible characters, towers of marks. */
record HoldHiddenCharacters() implements IntakeCheck {

    @Override
    public String name() {
        return "hidden-characters";
    }

    @Override
    public Verdict judge(Submission submission) {
        String typed = submission.text().typed();
        return Verdict.heldIf(!TamedText.of(typed).equals(typed));
    }
}

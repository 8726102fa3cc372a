package contested.discussion;

/** Where in a thread's orders a comment stands. */
record Place(long id, int cited) {

    static Place of(Comment comment) {
        return new Place(comment.id(), comment.citationCount());
    }
}

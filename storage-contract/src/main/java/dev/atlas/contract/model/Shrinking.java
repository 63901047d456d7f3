package dev.atlas.contract.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Leaves out of a list what is not needed for it to fail: first halves, then smaller and smaller parts, then single elements. */
final class Shrinking {

    private final BooleanSupplier goesOn;

    /** One that stops trying when {@code goesOn} is false. */
    Shrinking(BooleanSupplier goesOn) {
        this.goesOn = goesOn;
    }

    /** Some of {@code all}, in their order, that fail; given the time, none of them can be left out. */
    <T> List<T> shortest(List<T> all, Predicate<List<T>> fails) {
        List<T> shortest = all;
        int part = Math.max(1, all.size() / 2);
        while (goesOn.getAsBoolean()) {
            List<T> shorter = without(part, shortest, fails);
            if (shorter.size() == shortest.size() && part == 1) {
                return shortest;
            }
            shortest = shorter;
            part = Math.max(1, Math.min(part, shortest.size()) / 2);
        }
        return shortest;
    }

    /** Tries every part of this size once, from the end, since what made it fail is there. */
    private <T> List<T> without(int part, List<T> all, Predicate<List<T>> fails) {
        List<T> left = all;
        for (int end = all.size(); end > 0 && goesOn.getAsBoolean(); end -= part) {
            int start = Math.max(0, end - part);
            List<T> rest = new ArrayList<>(left.subList(0, start));
            rest.addAll(left.subList(Math.min(end, left.size()), left.size()));
            if (!rest.isEmpty() && fails.test(rest)) {
                left = rest;
            }
        }
        return left;
    }
}

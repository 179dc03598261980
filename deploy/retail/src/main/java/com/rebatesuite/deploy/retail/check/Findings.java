package com.rebatesuite.deploy.retail.check;

import java.util.ArrayList;
import java.util.List;

/** The outcome of a comparison: the sums, and every single difference. */
public record Findings(List<Figure> figures, List<Difference> differences) {

    /** Copies the lists. */
    public Findings {
        figures = List.copyOf(figures);
        differences = List.copyOf(differences);
    }

    /** The same with more differences in front. */
    public Findings with(List<Difference> others) {
        var all = new ArrayList<>(others);
        all.addAll(differences);
        return new Findings(figures, all);
    }

    /** Whether everything is as expected. */
    public boolean right() {
        return differences.isEmpty() && figures.stream().allMatch(Figure::right);
    }
}

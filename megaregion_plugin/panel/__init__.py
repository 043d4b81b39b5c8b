"""The panel: what a layer holds, the steps of the analysis, and what they found."""

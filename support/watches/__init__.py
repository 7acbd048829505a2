"""What is looked at after each scenario, whatever the scenario itself speaks of."""

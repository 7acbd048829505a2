@attendance
Feature: What is inside a site's fence
  A site's fence is a circle, or the outline of its yard. Where there is none, the distance holds
  that the site permits. Whoever works at sites can ask before checking in.

  Background:
    Given Ravi works at Acme

  @ATT-008 @critical @integration @requires.database
  Scenario Outline: Who asks is told on which side of a circle a place is, and how far from its middle
    Given Acme has the site "North gate" with a fence of 100 metres around its gate
    When Ravi asks whether <place> of "North gate" is inside
    Then he is told that this is <side>, <distance> metres away as a circle has it

    Examples: the gate, and both sides of the edge, one metre of which is forgiven
      | place                              | side    | distance |
      | 0 metres north                     | inside  | 0        |
      | 100 metres north                   | inside  | 100      |
      | 101 metres west                    | inside  | 101      |
      | 102 metres north                   | outside | 102      |
      | 102 metres east                    | outside | 102      |
      | 60 metres south and 80 metres west | inside  | 100      |
      | 9000 metres south                  | outside | 9000     |

  @ATT-008 @critical @integration @requires.database
  Scenario Outline: Who asks is told on which side of an outline a place is, and how far from its edge
    Given Acme has the site "Yard 7" with a fence along its yard, which has a notch
    When Ravi asks whether <place> of "Yard 7" is inside
    Then he is told that this is <side>, <distance> metres away as an outline has it

    Examples: inside, in the notch, and both sides of an edge
      | place                                | side    | distance |
      | 100 metres east and 50 metres north  | inside  | 0        |
      | 25 metres east and 190 metres north  | inside  | 0        |
      | 175 metres east and 190 metres north | inside  | 0        |
      | 100 metres east and 150 metres north | outside | 50       |
      | 100 metres east and 101 metres north | inside  | 1        |
      | 100 metres east and 102 metres north | outside | 2        |
      | 201 metres east and 100 metres north | inside  | 1        |
      | 202 metres east and 100 metres north | outside | 2        |

  @ATT-008 @critical @integration @requires.database
  Scenario Outline: Where no fence is active the distance holds that the site permits
    Given Acme has the site "Depot" <fence>
    When Ravi asks whether <place> of "Depot" is inside
    Then he is told that this is <side>, <distance> metres away as the permitted distance has it

    Examples: the usual distance, one of the site's own, and a fence that is switched off
      | fence                                                           | place             | side    | distance |
      | without a fence                                                 | 101 metres north  | inside  | 101      |
      | without a fence                                                 | 102 metres north  | outside | 102      |
      | without a fence, which permits 2500 metres                      | 2501 metres north | inside  | 2501     |
      | without a fence, which permits 2500 metres                      | 2502 metres north | outside | 2502     |
      | with a fence of 500 metres around its gate that is switched off | 11 metres north   | inside  | 11       |
      | with a fence of 500 metres around its gate that is switched off | 12 metres north   | outside | 12       |

  @ATT-008 @normal @integration @requires.database
  Scenario Outline: How much is forgiven at the edge is for the site to say
    Given Acme has the site "North gate" with a fence of 50 metres around its gate, and <forgiven> more that are forgiven
    When Ravi asks whether <place> of "North gate" is inside
    Then he is told that this is <side>, <distance> metres away as a circle has it

    Examples: nothing, and as much as can be
      | forgiven | place            | side    | distance |
      | 0        | 50 metres north  | inside  | 50       |
      | 0        | 51 metres north  | outside | 51       |
      | 100      | 150 metres north | inside  | 150      |
      | 100      | 151 metres north | outside | 151      |

  @ATT-008 @normal @integration @requires.database
  Scenario: Every place is inside a site of which nobody has said where it is
    Given Acme has the site "Road crew", and nobody has said where it is
    When Ravi asks whether 90000 metres north of "Road crew" is inside
    Then he is told that this is inside, since there is no fence

  @ATT-008 @critical @integration @requires.database
  Scenario: Asking leaves nothing behind
    Given Acme has the site "North gate" with a fence of 100 metres around its gate
    And what everybody has is noted
    When Ravi asks whether 0 metres north of "North gate" is inside
    Then he is told that this is inside, 0 metres away as a circle has it
    When he asks whether 500 metres north of "North gate" is inside
    Then he is told that this is outside, 500 metres away as a circle has it
    And what everybody has is as it was

  @ATT-008 @normal @security @requires.database
  Scenario: Nobody is told of the fence of another tenant
    Given Globex has the site "Mill" with a fence of 100 metres around its gate
    When Ravi asks whether 0 metres north of "Mill" is inside
    Then he is refused as incomplete, since site_id is not known

  @ATT-005 @blocker @e2e @requires.database
  Scenario Outline: Who is within the circle checks in
    Given Acme has the site "North gate" with a fence of 100 metres around its gate
    When Ravi tries to check in <place> of "North gate"
    Then he succeeds
    And the record of Ravi says that he was inside

    Examples: at the gate, and up to the last metre, which is forgiven
      | place            |
      | 0 metres north   |
      | 100 metres east  |
      | 101 metres north |

  @ATT-005 @critical @security @requires.database
  Scenario: Who is beyond the circle is turned away, and nothing is kept
    Given Acme has the site "North gate" with a fence of 100 metres around its gate
    When Ravi tries to check in 102 metres north of "North gate"
    Then he is turned away, 102 metres outside
    And nobody has checked in at Acme

  @ATT-006 @critical @integration @requires.database
  Scenario Outline: Who is within the outline checks in
    Given Acme has the site "Yard 7" with a fence along its yard, which has a notch
    When Ravi tries to check in <place> of "Yard 7"
    Then he succeeds
    And the record of Ravi says that he was inside

    Examples: in the yard, and a metre outside of it or into its notch
      | place                                |
      | 100 metres east and 50 metres north  |
      | 201 metres east and 100 metres north |
      | 100 metres east and 101 metres north |

  @ATT-006 @critical @security @requires.database
  Scenario Outline: Who is in the notch of an outline, or beyond it, is turned away
    Given Acme has the site "Yard 7" with a fence along its yard, which has a notch
    When Ravi tries to check in <place> of "Yard 7"
    Then he is turned away, <distance> metres outside
    And nobody has checked in at Acme

    Examples: how far from the next edge
      | place                                | distance |
      | 100 metres east and 150 metres north | 50       |
      | 100 metres east and 102 metres north | 2        |
      | 202 metres east and 100 metres north | 2        |

  @ATT-007 @critical @integration @requires.database
  Scenario Outline: Without a fence who is within the permitted distance checks in
    Given Acme has the site "Depot" <distance>
    When Ravi tries to check in <place> of "Depot"
    Then <outcome>

    Examples: the usual distance, and one of the site's own
      | distance                                   | place             | outcome                                |
      | without a fence                            | 100 metres north  | he succeeds                            |
      | without a fence                            | 102 metres north  | he is turned away, 102 metres outside  |
      | without a fence, which permits 2500 metres | 2500 metres north | he succeeds                            |
      | without a fence, which permits 2500 metres | 2502 metres north | he is turned away, 2502 metres outside |

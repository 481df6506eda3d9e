"""The office: the one façade that puts the stages in order and writes down what happened."""

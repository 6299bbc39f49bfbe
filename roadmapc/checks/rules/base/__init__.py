"""What a roadmap says of the base plan that it extends."""

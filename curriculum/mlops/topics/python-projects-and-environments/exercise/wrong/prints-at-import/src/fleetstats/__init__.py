print("fleetstats ready")
